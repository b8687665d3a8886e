import { createRoot } from 'react-dom/client';
import { App } from './app/app';
import './ui/theme.css';
import './ui/frame.css';
import './app/app.css';
import './app/gate.css';

createRoot(document.getElementById('root') as HTMLElement).render(<App />);
