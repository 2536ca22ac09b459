/** What the console says of canned replies. */
export const ko = {
  replies: {
    open: '자주 쓰는 답변(또는 / 입력)',
    none: '아직 자주 쓰는 답변이 없습니다. 내 프로필에서 내 답변을, 관리에서 사이트 답변을 작성할 수 있습니다.',
    forMe: '내 답변 작성',
    forSite: '사이트 답변 작성',
    mine: '자주 쓰는 내 답변',
    mineLead: '메시지를 쓰다가 /와 이름을 입력하면 답변이 들어갑니다.',
    empty: '아직 답변이 없습니다. 자주 하는 말을 저장해 두면 /와 이름만으로 메시지에 넣을 수 있습니다.',
    new: '새 답변',
    edit: '/{short} 수정',
    delete: '/{short} 삭제',
    deleted: '/{short} 답변을 삭제했습니다.',
    putBack: '되돌리기',
    used: '{count}번 사용',
    short: '이름',
    shortHint: '/ 다음에 입력합니다. 글자, 숫자, -, _를 사용할 수 있습니다.',
    text: '내용',
    variables: '사용할 때 채워지는 값:',
    variable: {
      customer: { name: '고객 이름' },
      csr: { name: '내 이름' },
      site: { name: '사이트 이름' },
      session: { number: '지원 세션 번호' },
    },
  },
};
