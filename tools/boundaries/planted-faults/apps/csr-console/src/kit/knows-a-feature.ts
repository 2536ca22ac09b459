// breaks: kit-knows-no-feature
import { compose } from '../features/session/chat/compose';

export const known = compose;
