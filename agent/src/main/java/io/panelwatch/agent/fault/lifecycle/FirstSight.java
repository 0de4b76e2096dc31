package io.panelwatch.agent.fault.lifecycle;

import io.panelwatch.agent.fault.FreezeFrame;
import java.time.Instant;
import java.util.OptionalDouble;

/**
 * What was known when a condition was first seen: a fault tells it from its confirmation on.
 *
 * @param wall the wall clock's stamp
 * @param wallTrusted whether it may be believed
 * @param monotonicNanos the same moment
 * @param value what was compared with the limit
 * @param source the file or device that told
 * @param freezeFrame the component's readings then and in the minute before
 */
record FirstSight(
    Instant wall,
    boolean wallTrusted,
    long monotonicNanos,
    OptionalDouble value,
    String source,
    FreezeFrame freezeFrame) {}
