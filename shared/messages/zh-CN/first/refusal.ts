/** Words of `refusal` that the first page shows. */
export const refusalFirst = {
  notFound: '没有找到这条记录，可能已被同事改动，请刷新',
} as const;
