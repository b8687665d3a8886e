/** Pages of complaints by path. */
import type { ReactElement } from 'react';
import { useLocation } from 'wouter';
import { FromRecord } from '../../ui/service/origin';
import './complaints.css';
import { ReceiveForm } from './receive-form';
import { ComplaintRegister } from './register';

/** `/complaints[/<id>][/<act>]`, `/complaints/new[/<collection>:<id of the parent>]`. */
export default function ComplaintsPage(): ReactElement {
  const [location, navigate] = useLocation();
  const [first = '', second = ''] = location.split('/').slice(2);
  if (first !== 'new') return <ComplaintRegister record={first} act={second} />;
  return (
    <FromRecord from={second}>
      {(start) => (
        <ReceiveForm
          start={start}
          onSaved={(id) => navigate(`/complaints/${id}`, { replace: true })}
          onClose={() => navigate('/complaints', { replace: true })}
        />
      )}
    </FromRecord>
  );
}
