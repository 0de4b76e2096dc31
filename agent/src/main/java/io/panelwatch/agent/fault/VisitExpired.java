package io.panelwatch.agent.fault;

/**
 * A service visit that nobody has closed is closed.
 *
 * @param visit which
 * @param at when
 */
public record VisitExpired(Visit visit, Stamp at) {}
