/** Words of signatures and photos, used by every register. */
export const signatures = {
  byPin: '工号确认 {{name}} {{time}}',
  waitsForReceiver: '待接收',
  later: '对方稍后接收',
  laterHelp: '单据先记为“待接收”，接收人在网页上核对、签字后生效。',
  paperFiled: '纸质签字 {{archiveNo}}',
  screen: '屏幕签字',
  paper: '纸质签字',
  pin: '工号确认',
  clear: '重签',
  hint: '请在框内签字（触摸、手写笔或鼠标）',
  archiveNo: '原件归档号',
  archiveNoHelp: '可稍后补，补上前列为待签字',
  filePaper: '补登归档号',
  filePaperText: '{{name}} 已在纸上签字，请填写原件归档号。',
  filed: '签字已归档',
  signedBy: '{{name}} 已签',
  confirmPin: '输入工号和密码',
  waiting: '待签字',
  secondStaff: '见证人',
  secondStaffText: '请另一位同事输入自己的工号和密码，确认在场见证。',
  confirmed: '{{name}} 已确认',
} as const;

/** Refusals of signatures. */
export const signaturesRefusal = {
  signatureMissing: '请先签字，或改用纸质签字',
  signatureTooShort: '签字太短，请签全名',
  signatureTooLong: '签字笔画过多，请重签',
  pinMissing: '请由签字人输入自己的工号和密码',
  sameStaff: '须由另一位同事见证，不能是本人',
  secondStaffMissing: '须由另一位同事输入工号和密码见证',
  noSignatureDue: '没有待归档的签字',
  badMoney: '请填写金额，如 300 或 1234.50',
} as const;
