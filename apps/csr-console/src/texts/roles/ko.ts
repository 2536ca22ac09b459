import type { en } from './en';

export const ko: typeof en = {
  roles: {
    own: '사용자 지정 역할',
    ownEmpty: '아직 없습니다. 비슷한 역할을 복제한 다음 권한을 조정하세요.',
    builtIn: '기본 역할',
    builtInLead: '모든 사이트에서 같습니다. 조정하려면 복제해 새 역할을 만드세요.',
    new: '새 역할',
    copy: '복제',
    copyOf: '{name} 사본',
    change: '수정',
    delete: '삭제',
    named: '{name} {act}',
    people: '이 역할인 사람 없음 | 1명 | {count}명',
    show: '사용자 보기',
    changeTitle: '‘{name}’ 수정',
    name: '역할 이름',
    nameHint: '모든 언어에서 이대로 표시됩니다.',
    may: '권한',
    comesWith: '다음 권한에 포함됨: {what}',
    lacking: '나에게 없는 권한이라 부여할 수 없습니다.',
    atOnce: '변경하면 이 역할의 모든 사용자에게 바로 적용됩니다. 다시 로그인하지 않아도 됩니다.',
    need: '권한을 하나 이상 선택하세요.',
    nothing: '자기 계정 외에는 권한이 없습니다.',
    deleteTitle: '‘{name}’ 역할을 삭제할까요?',
    deleteUnused: '이 역할을 사용하는 사람이 없습니다. 변경 기록에서 복원할 수 있습니다.',
    deleteUsed:
      '1명이 이 역할을 사용합니다. 대신할 역할을 선택하세요. | {count}명이 이 역할을 사용합니다. 대신할 역할을 선택하세요.',
    moveTo: '대신할 역할',
    history: '역할 변경 기록',
    noHistory: '아직 만든 역할이 없습니다. 변경하면 누가 무엇을 변경했는지 여기에 표시됩니다.',
    made: '새로 만듦',
    renamed: '이전 이름: ‘{name}’',
    added: '권한 추가: {what}',
    taken: '권한 제거: {what}',
    deleted: '삭제함',
    group: {
      sessions: '고객 지원',
      reports: '보고서',
      replies: '자주 쓰는 답변',
      people: '사용자',
      site: '사이트 운영',
      watch: '예상하지 못한 전화, 토큰, 이메일',
    },
    permission: {
      account: { manage: { label: '내 계정 관리', hint: '자기 이름, 사진, 비밀번호, 언어를 변경합니다.' } },
      sessions: {
        start: { label: '세션 시작', hint: '세션을 시작하고 고객을 초대합니다.' },
        take: { label: '세션 참여', hint: '동료의 세션을 돕고, 제어를 가져올 수 있습니다.' },
        read: { label: '내 세션 보기', hint: '자신이 시작했거나 이끄는 진행 중인 세션을 봅니다.' },
        list: { label: '내 세션 목록', hint: '자신이 참여한 세션의 목록을 봅니다.' },
        listAll: { label: '모든 세션 목록', hint: '사이트의 모든 세션 목록을 봅니다.' },
      },
      reports: {
        read: { label: '내 보고서 읽기', hint: '자신이 참여한 세션에서 일어난 일을 읽습니다.' },
        readAll: { label: '모든 보고서 읽기', hint: '사이트의 어느 세션이든 일어난 일을 읽습니다.' },
      },
      chat: {
        readEarlier: { label: '메시지의 이전 내용 읽기', hint: '수정하거나 삭제한 메시지의 이전 내용을 읽습니다.' },
      },
      notes: {
        readPrivate: { label: '비공개 메모 읽기', hint: '지원 담당자가 혼자 보려고 작성한 메모를 읽습니다.' },
      },
      cannedReplies: {
        use: { label: '자주 쓰는 답변 사용', hint: '메시지에 넣고, 자기 답변을 만듭니다.' },
        manage: { label: '사이트의 자주 쓰는 답변 수정', hint: '모든 지원 담당자가 사용하는 답변을 수정합니다.' },
      },
      users: {
        read: { label: '사용자와 역할 보기', hint: '누가 일하고 각자 무엇을 할 수 있는지 봅니다.' },
        manage: { label: '사용자 초대와 수정', hint: '초대하고, 역할을 부여하고, 계정 사용을 중지합니다.' },
      },
      roles: { manage: { label: '역할 만들기와 수정', hint: '자신이 가진 권한까지만 부여할 수 있습니다.' } },
      owners: { manage: { label: '소유자 지정', hint: '다른 소유자는 소유자만 지정할 수 있습니다.' } },
      settings: {
        read: { label: '설정 보기', hint: '설정, 브랜딩, 이메일 템플릿, 동의문을 봅니다.' },
        change: { label: '설정 변경', hint: '세션, 파일, 화면 보기가 어떻게 동작할지 정합니다.' },
      },
      branding: { change: { label: '브랜딩 변경', hint: '고객에게 보이는 로고, 색, 문구를 정합니다.' } },
      agreements: { change: { label: '동의문 게시', hint: '고객이 참여하기 전에 동의할 내용을 정합니다.' } },
      templates: {
        change: { label: '이메일 템플릿 수정', hint: '사이트가 보내는 이메일의 문구를 정합니다.' },
        lock: { label: '이메일 템플릿 잠금', hint: '다른 사람이 템플릿을 변경하지 못하게 합니다.' },
      },
      concerns: {
        read: { label: '예상하지 못한 전화 보기', hint: '고객이 신고한 내용을 봅니다.' },
        handle: { label: '예상하지 못한 전화 처리', hint: '신고마다 이메일을 받고, 처리 완료로 표시합니다.' },
      },
      tokens: { manage: { label: 'API 토큰 만들기', hint: '자신이 가진 권한까지 다른 시스템에 부여합니다.' } },
      mail: {
        readCaught: {
          label: '보내지 않은 이메일 보기',
          hint: '보내지 못한 이메일과 그 이유를 봅니다. 이메일 서버가 없으면 내용도 봅니다.',
        },
      },
    },
  },
};
