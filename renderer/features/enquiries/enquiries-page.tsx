/** The pages of enquiries by path: the register, one record and its acts, a new one. */
import type { ReactElement } from 'react';
import { useLocation } from 'wouter';
import { FromRecord } from '../../ui/service/origin';
import './enquiries.css';
import { EnquiryForm } from './enquiry-form';
import { EnquiryRegister } from './enquiry-register';

/** `/enquiries[/<id>[/<act>]]`, `/enquiries/new[/<collection>:<id>]`. */
export default function EnquiriesPage(): ReactElement {
  const [location] = useLocation();
  const [first = '', second = ''] = location.split('/').slice(2);
  return first === 'new' ? (
    <FromRecord from={second}>{(start) => <EnquiryForm start={start} />}</FromRecord>
  ) : (
    <EnquiryRegister record={first} act={second} />
  );
}
