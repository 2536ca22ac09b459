import type { Page } from '@playwright/test';

/**
 * The level of a tone in what a page plays, measured by an FFT over its `<audio>` elements, in decibels of full scale.
 * Silence is below -90.
 */
export function loudness(page: Page, tone: number): Promise<number> {
  return page.evaluate(async (frequency) => {
    const audio = new AudioContext();
    await audio.resume();
    const analyser = new AnalyserNode(audio, { fftSize: 8192, smoothingTimeConstant: 0 });
    for (const element of document.querySelectorAll('audio'))
      if (element.srcObject instanceof MediaStream && element.srcObject.getAudioTracks().length)
        audio.createMediaStreamSource(element.srcObject).connect(analyser);
    await new Promise((resolve) => setTimeout(resolve, 700));
    const bins = new Float32Array(analyser.frequencyBinCount);
    analyser.getFloatFrequencyData(bins);
    const at = Math.round((frequency * analyser.fftSize) / audio.sampleRate);
    const loudest = Math.max(...bins.slice(at - 2, at + 3));
    await audio.close();
    return loudest;
  }, tone);
}
