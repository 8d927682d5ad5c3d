// The server answers in names; these are their words.

export const presenceWords: Record<string, string> = { Available: 'available', Away: 'away', Offline: 'offline' };

export const activityWords: Record<string, string> = { Idle: '', Ringing: 'and a contact is ringing', OnContact: 'and on a contact', WrapUp: 'and in wrap-up' };

export const awayWords: Record<string, string> = {
  Break: 'break', Lunch: 'lunch', Training: 'training', Casework: 'casework',
  MissedOffer: 'you missed an offer; choose Available when you are back', LineFailed: 'your line did not come up; choose Available to try again',
  BySupervisor: 'set by a supervisor; choose Available when you are back',
};

/** Why the server refused; what is not here is in words already. */
export const refusals: Record<string, string> = {
  alreadyEnded: 'That offer has ended.', enquirerGone: 'The caller has gone.', lineFailed: 'Your line could not be brought up. You are set away.',
  notNow: 'That is not possible now.', lineRefused: 'The phone service refused. Try again.', notYours: 'You do not have this contact any more.',
  dispositionMissing: 'Choose the outcome of this contact', draftConflict: 'A newer draft was saved in another window. Reload to see it.', empty: 'Write an answer first',
  numberGone: 'That number is in the directory no more.', outsideOnCall: 'Somebody from outside is on the call. Go on without them first.',
  colleagueNotFree: 'They are not free any more. The caller is back with you.',
  articleWrong: 'This rests on an article that is marked wrong. It can’t be cited or sent.',
  textTooLong: 'The answer is too long for a text. Shorten it, or send it with the link.', textNotPreviewed: 'The answer has changed since you saw it as a text. Look at it again, then send it.',
  textNotConfirmed: 'Confirm that nothing in the text is about a child.',
};

/** Why there was no next contact for who asked. */
export const takeNextRefusals: Record<string, string> = {
  nothingWaits: 'Nothing waits.',
  nothingFits: 'Nothing waits that you can take: it needs skills you do not have, is kept for somebody else, or was declined by you a moment ago.',
  hasContact: 'You have a contact. Finish it or hand it back first.',
  stillRecording: 'You have a conversation to record first.',
  notTried: 'The next is a call. Try microphone and ringer first.',
  notAtWork: 'You are offline. Choose Away or Available first.',
};
