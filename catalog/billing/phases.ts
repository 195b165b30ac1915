/** Milliseconds that a job spent in each known phase, without phases that have not ended. */
export interface PhaseTimes {
  readonly pending_ms: number;
  readonly starting_ms: number;
  readonly downloading_ms: number;
  readonly training_ms: number;
  readonly interrupted_ms: number;
  readonly uploading_ms: number;
  readonly stopping_ms: number;
  readonly other_ms: number;
}

export const phases = [
  'pending',
  'starting',
  'downloading',
  'training',
  'interrupted',
  'uploading',
  'stopping',
  'other',
] as const;

/** For usage without phases. */
export const noPhases: PhaseTimes = {
  pending_ms: 0,
  starting_ms: 0,
  downloading_ms: 0,
  training_ms: 0,
  interrupted_ms: 0,
  uploading_ms: 0,
  stopping_ms: 0,
  other_ms: 0,
};
