// breaks: ports-are-listed
export interface SurveyPort {
  isOwed(sessionId: string): Promise<boolean>;
}
