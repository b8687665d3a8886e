import { createRoot } from 'react-dom/client';
import { App } from './app/app';
import { logFaults } from './data/faults';
import './ui/theme.css';
import './ui/controls.css';
import './ui/notices.css';
import './ui/frame.css';
import './ui/record.css';
import './ui/form.css';
import './app/app.css';
import './app/gate.css';
import './ui/access.css';

logFaults();
createRoot(document.getElementById('root') as HTMLElement).render(<App />);
