import { symOutlinedFolderOpen, symOutlinedUploadFile } from '@quasar/extras/material-symbols-outlined';
import type { Acts } from '../acts/act';

export const fileActs = {
  fileTransferBasic: {
    label: 'fileTransferBasic',
    key: 'files',
    icon: symOutlinedUploadFile,
    ability: 'downloadFile',
    mutation: 'offerFile',
    instead: 'chat',
    run: ({ places }) => places.openFiles(),
  },
  fileTransferAdvanced: {
    label: 'fileTransferAdvanced',
    icon: symOutlinedFolderOpen,
    ability: null,
    mutation: null,
    missing: 'needsSupportManager',
    instead: 'chat',
  },
} as const satisfies Acts;
