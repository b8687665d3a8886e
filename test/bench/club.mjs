// Makes the club of years that the benches start from, where it is not there yet.
import { clubTemplate } from './lib.mjs';

await clubTemplate();
