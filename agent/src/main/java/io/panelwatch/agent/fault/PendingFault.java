package io.panelwatch.agent.fault;

import java.time.Duration;

/**
 * A condition that was seen and is not a fault yet. Lives in memory only.
 *
 * @param code the code it would have
 * @param component of what
 * @param severity that it would have
 * @param symptom one sentence
 * @param remaining until it is confirmed if it holds, as of the scan that told
 * @param source the file or device that told
 */
public record PendingFault(
    String code,
    String component,
    Severity severity,
    Text symptom,
    Duration remaining,
    String source) {}
