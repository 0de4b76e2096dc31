package io.panelwatch.agent.fault;

/**
 * Somebody has taken note of a fault (the acknowledged state of ISA-18.2 and OPC UA Part 9). It
 * says nothing of a repair: {@link Resolution} does.
 *
 * @param by who
 * @param at when
 */
public record Acknowledged(Actor by, Stamp at) {}
