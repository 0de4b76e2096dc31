package io.panelwatch.agent.fault;

/**
 * A guided retest that has come to its end.
 *
 * @param visit in which it was made
 * @param faultId the fault whose repair was tried out
 * @param code of the fault
 * @param component of the fault
 * @param result what it came to
 * @param at when it ended
 * @param by who asked for it
 */
public record Retested(
    String visit,
    String faultId,
    String code,
    String component,
    RetestResult result,
    Stamp at,
    Actor by) {}
