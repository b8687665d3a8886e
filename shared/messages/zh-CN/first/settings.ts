/** Words of `settings` that the first page shows. */
export const settingsFirst = {
  role: {
    clerk: '客服专员',
    lead: '客服主管',
    finance: '财务',
    hr: '人事行政',
    manager: '总经理',
    handler: '部门经办人',
    admin: '系统管理员',
  },
} as const;
