package io.panelwatch.agent.store;

import io.panelwatch.agent.fault.Severity;
import java.time.Instant;

/**
 * An alarm that called somebody: an episode that is no drill and no symptom, and began while it was
 * not put aside.
 *
 * @param first when it was first seen, by a wall clock that could be trusted
 * @param severity as it is now
 */
public record Announced(Instant first, Severity severity, String code, String component) {}
