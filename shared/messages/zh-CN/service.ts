/** Words that all matters of the service side share: enquiries, talks, complaints, work orders, follow-up. */
export const service = {
  customer: '客户',
  name: '姓名',
  phone: '联系电话',
  identity: '身份',
  memberNo: '会员号',
  responsible: '责任人',
  handOver: '移交责任人',
  handOverTo: '移交给',
  handOverReason: '移交原因',
  handedOver: '已移交给 {{name}}',
  origin: '来源',
  children: '后续处理',
  wallClock: '按自然时间',
  workingClock: '按工作时间',
  identities: { member: '会员', guest: '访客', supplier: '供应商', other: '其他' },
  kinds: {
    enquiry: '来电受理',
    talk: '接待洽谈',
    complaint: '投诉',
    workOrder: '工作单',
    followUp: '回访',
    visit: '来访',
  },
} as const;

/** Refusals of the service side. */
export const serviceRefusal = {
  colleagueGone: '请选在职的同事',
  colleagueNotAtDesk: '请选前台的同事',
  matterClosed: '其中有已办结的事项，请刷新后再试',
  alreadyResponsible: '这位同事已是责任人',
  notResponsible: '只有责任人或主管可以移交',
  hoursReversed: '下班时间须晚于上班时间',
  noWorkingDay: '至少选一个工作日',
} as const;
