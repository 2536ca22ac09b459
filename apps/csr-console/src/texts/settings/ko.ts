import type { en } from './en';

export const ko: typeof en = {
  setting: {
    siteName: {
      label: '사이트 이름',
      help: '고객이 보는 모든 페이지와 이메일에 표시됩니다. 회사 이름을 추천합니다.',
    },
    siteLocale: {
      label: '사이트 언어',
      help: '브라우저 언어가 한국어도 영어도 아닌 고객에게 사용하는 언어입니다.',
      choice: { ko: '한국어', en: 'English' },
    },
    mailReplyTo: {
      label: '이메일 회신 주소',
      help: '초대 등의 이메일에 대한 회신을 받을 주소입니다. 비워 두면 보내는 주소로 회신이 갑니다.',
    },
    staffNetworks: {
      label: '로그인할 수 있는 네트워크',
      help: '지원 담당자가 로그인할 수 있는 주소나 네트워크를 한 줄에 하나씩 입력하세요. 예: 203.0.113.0/24. 비워 두면 어디서나 로그인할 수 있습니다.',
    },
    sessionMode: {
      label: '동시에 진행하는 세션',
      help: '지원 담당자 한 명이 여러 고객을 동시에 지원할 수 있는지 정합니다.',
      choice: { SINGLE: '싱글 세션', MULTI: '멀티 세션' },
    },
    liveSessionsPerCsr: {
      label: '담당자 한 명의 최대 세션 수',
      help: '멀티 세션에서 담당자 한 명이 동시에 열어 둘 수 있는 세션의 수입니다.',
    },
    isTrackingCodeRequired: {
      label: '추적 코드 필수',
      help: '티켓 번호처럼 세션을 다시 찾을 수 있는 코드를 입력해야만 세션을 시작할 수 있습니다.',
    },
    sessionTypes: {
      label: '세션 유형',
      help: '무엇에 관한 세션인지 한 줄에 하나씩 입력하세요. 담당자가 시작할 때 선택하며 보고서에 표시됩니다.',
    },
    idleEndMinutes: {
      label: '활동이 없는 세션 자동 종료',
      help: '이 시간 동안 아무 활동이 없으면 미리 알린 뒤 세션을 종료합니다. 0이면 종료하지 않습니다.',
    },
    neverJoinedEndMinutes: {
      label: '아무도 참여하지 않은 세션 자동 종료',
      help: '이 시간 동안 고객이 참여하지 않으면 미리 알린 뒤 세션을 종료합니다. 0이면 종료하지 않습니다.',
    },
    isAgreementRequired: {
      label: '동의문 필수',
      help: '참여하는 사람이 먼저 최신 동의문을 읽고 동의해야 합니다. 내용은 ‘동의문’에서 정합니다.',
    },
    isConversationMailed: {
      label: '채팅을 이메일로 보내기',
      help: '고객이 세션 중이나 종료 후 30분 안에 채팅 내용을 자신의 이메일로 받을 수 있습니다. 카드 번호와 비밀 키는 가려집니다.',
    },
    firstView: {
      label: '처음 화면 크기',
      help: '고객의 화면이 나타날 때의 크기입니다. 언제든지 클릭 한 번으로 변경할 수 있습니다.',
      choice: { FIT: '창에 맞춤', ACTUAL: '원래 크기 100 %' },
    },
    fileMegabytes: {
      label: '최대 파일 크기',
      help: '세션에서 보낼 수 있는 파일 하나의 최대 크기입니다.',
    },
    fileRetentionDays: {
      label: '파일 보관 기간',
      help: '이 기간이 지나면 파일이 삭제되며 더 이상 다운로드할 수 없습니다.',
    },
    canStaffSendFiles: {
      label: '지원 담당자의 파일 전송 허용',
      help: '담당자가 고객에게 보내는 파일입니다. 꺼도 고객은 파일을 보낼 수 있습니다.',
    },
    canCustomersSendFiles: {
      label: '고객의 파일 전송 허용',
      help: '고객이 담당자에게 보내는 파일입니다. 꺼도 담당자는 고객에게 파일을 보낼 수 있습니다.',
    },
    canPublishArchives: {
      label: '압축 파일 전송 허용',
      help: 'ZIP, 7z, RAR 같은 파일입니다. 그대로 전달되며 안의 내용은 바이러스 검사기만 확인합니다.',
    },
    canPublishRecordings: {
      label: '오디오와 비디오 파일 전송 허용',
      help: 'MP3, MP4 같은 오디오와 비디오 파일입니다.',
    },
    canPublishUnknown: {
      label: '알 수 없는 형식의 파일 전송 허용',
      help: '문서가 아니고 내용으로 형식을 알 수 없는 파일입니다.',
    },
    canPublishPrograms: {
      label: '프로그램 전송 허용',
      help: 'EXE, MSI, BAT 같은 설치 파일과 스크립트입니다. 확장자를 변경한 프로그램은 항상 거부됩니다.',
    },
  },
};
