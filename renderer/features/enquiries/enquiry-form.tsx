/** A new enquiry on one screen, quick enough to fill while talking: replies, history and scripts stand beside it. */
import type { ReactElement } from 'react';
import { useLocation } from 'wouter';
import { emptyEnquiry } from '@shared/enquiries/fields';
import { registerEnquiry } from '@shared/enquiries/register';
import { isPassed, type Enquiry } from '@shared/enquiries/schema';
import { runCommand } from '../../data/gateway';
import { useSession } from '../../data/session';
import { FormPanel, useForm } from '../../ui/form';
import { t } from '../../ui/i18n';
import { CustomerHistory } from '../../ui/service/customer-history';
import { newFrom, type Start } from '../../ui/service/origin';
import { ReplySearch, withWording } from '../../ui/service/reply-search';
import { Scripts } from '../../ui/service/scripts';
import { useCustomer } from '../../ui/service/use-customer';
import { toast } from '../../ui/toast';
import { EnquiryFields } from './enquiry-fields';
import { PASSED_PAGES, toFields, toValues } from './form-values';

export function EnquiryForm({ start: { origin, prefill } }: { readonly start: Start }): ReactElement {
  const [, navigate] = useLocation();
  const actor = useSession((state) => state.actor?.id ?? '');
  const form = useForm({
    draftKey: `enquiry.register:${origin?.id ?? ''}`,
    initial: toValues({
      ...emptyEnquiry(actor),
      ...(prefill ? { ...prefill.customer, summary: prefill.summary, department: prefill.department } : {}),
    }),
    // The act's id is the record's: a form saved twice, even over a crash, is one enquiry.
    save: (values, actId) =>
      runCommand(registerEnquiry, { id: actId, fields: toFields(values), origin }, { actId }),
    onSaved: ([doc]) => {
      const { id, body } = doc as Enquiry;
      toast(t('enquiries.saved', { no: body.no ?? '' }));
      if (isPassed(body.outcome)) navigate(newFrom(PASSED_PAGES[body.outcome], 'tickets', id));
      else navigate(`/enquiries/${id}`);
    },
  });
  const { values } = form;
  const customer = useCustomer(values.phone);
  const passed = isPassed(values.outcome) ? t(`enquiries.passed.${values.outcome}`) : '';
  return (
    <>
      <div className="page-head">
        <h1>{t('enquiries.newTitle')}</h1>
      </div>
      <div className="with-aside enquiry-form">
        <FormPanel
          form={form}
          title=""
          submitLabel={passed === '' ? t('enquiries.submit') : t('enquiries.submitPass', { kind: passed })}
          onClose={() => navigate('/enquiries')}
        >
          <EnquiryFields form={form} customer={customer} offers />
          {passed !== '' && <div className="notice wide">{t('enquiries.noticePass', { kind: passed })}</div>}
        </FormPanel>
        <aside>
          <Scripts place={values.channel === 'phone' ? 'phone' : 'online'} />
          <ReplySearch
            onInsert={({ id, wording }) =>
              form.set({
                answer: withWording(form.values.answer, wording),
                replies: [...new Set([...form.values.replies, id])],
              })
            }
          />
          <CustomerHistory customer={customer} />
        </aside>
      </div>
    </>
  );
}
