package io.panelwatch.agent.fault;

/**
 * A component that somebody took away for good: that it is missing is no fault any more, by any
 * code of that type, until it is found to be there again.
 *
 * @param type of the codes that it concerns
 * @param component which
 * @param since when it was signed off as removed
 * @param by who signed that off
 */
public record Retired(FaultType type, String component, Stamp since, Actor by) {}
