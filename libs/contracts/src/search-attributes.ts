/**
 * What operators find record workflows by on Temporal's own page, each of type Keyword; ids and codes only. A cluster has to know them
 * (docs/operations.md). `stage` is the stage that the workflow last saw.
 */
export const searchAttributes = {
  municipality: 'TsunagiMunicipality',
  kind: 'TsunagiKind',
  stage: 'TsunagiStage',
} as const;
