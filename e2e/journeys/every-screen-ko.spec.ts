import { seeEveryScreen } from '../tour/every-screen.js';

seeEveryScreen('ko');
