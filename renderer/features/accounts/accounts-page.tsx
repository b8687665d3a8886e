/** 储值与挂账 by path: `/accounts[/<id>|new][/<act>]` members, `/accounts/firms[/…]` on account. */
import type { ReactElement } from 'react';
import { useLocation } from 'wouter';
import { AccountRegister } from './account-register';
import './accounts.css';

export default function AccountsPage(): ReactElement {
  const [location] = useLocation();
  const [first = '', second = '', third = ''] = location.split('/').slice(2);
  return first === 'firms' ? (
    <AccountRegister key="firms" firms record={second} act={third} />
  ) : (
    <AccountRegister key="members" firms={false} record={first} act={second} />
  );
}
