// fqm-execution at its leanest: membership in populations and strata, nothing else.
'use strict';

function options(start, end) {
  return {
    measurementPeriodStart: start + 'T00:00:00.000Z',
    measurementPeriodEnd: end + 'T23:59:59.999Z',
    calculateHTML: false,
    calculateSDEs: false,
    calculateRAVs: false,
    calculateClauseCoverage: false,
    calculateClauseUncoverage: false,
    calculateCoverageDetails: false,
    verboseCalculationResults: false,
    trustMetaProfile: true,
    useElmJsonsCaching: true
  };
}

/** Stops the engine's line for every element that a resource does not have; returns how to speak instead. */
function quietly() {
  for (const way of ['log', 'info', 'warn', 'error', 'debug']) console[way] = () => {};
  return text => process.stderr.write(text + '\n');
}

module.exports = { options, quietly };
