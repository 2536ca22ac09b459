import type { en } from './en';

export const ko: typeof en = {
  keys: {
    title: '단축키',
    group: { call: '세션', places: '이동', view: '창', commands: '도움말' },
    of: {
      stop: '진행 중인 공유 모두 중지',
      microphone: '마이크 켜기/끄기',
      camera: '카메라 켜기/끄기',
      hold: '통화 보류/보류 해제',
      screenshot: '보고 있는 화면의 스크린샷',
      tabs: '탭(내가 정한 순서)',
      chat: '채팅',
      people: '참가자',
      notes: '메모',
      files: '파일',
      foldRail: '도구 접기/펼치기',
      foldSide: '옆 열 접기/펼치기',
      onlyScreen: '화면만 보기',
      commands: '명령',
      list: '단축키',
      sessions: '세션',
      tray: '트레이',
      ctrlAltDel: '고객 컴퓨터에서 Ctrl+Alt+Del',
      releaseControl: '제어 놓기',
    },
    notNow: '{act}: {reason}',
    nothingLive: '진행 중인 공유가 없습니다.',
  },
};
