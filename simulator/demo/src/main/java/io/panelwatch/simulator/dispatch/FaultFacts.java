package io.panelwatch.simulator.dispatch;

import java.util.Optional;

/**
 * What the backend needs of one fault, out of a fault event's {@code data} or of a line of {@code
 * up/faults/active}.
 *
 * @param faultId the episode
 * @param code such as {@code FAN-201}
 * @param component such as {@code fan1}
 * @param type such as {@code cooling}: decides who is fit for it
 * @param priority 1 (most urgent) to 4
 * @param active whether the condition is there now
 * @param suppressedBy the faultId of the cause that it is a symptom of
 * @param putAside its alarm is shelved or out of service: recorded, never dispatched
 * @param drill an exercise: recorded, never dispatched
 * @param repaired its repair is signed off and verified, and it has become neither worse nor been
 *     seen again since: nobody is needed, also while its off-delay runs
 * @param attended a technician is at work on it on the device: nobody else is sent until that visit
 *     ends
 * @param symptom in English, for the ticket's note; may be empty
 */
public record FaultFacts(
    String faultId,
    String code,
    String component,
    String type,
    int priority,
    boolean active,
    Optional<String> suppressedBy,
    boolean putAside,
    boolean drill,
    boolean repaired,
    boolean attended,
    String symptom) {}
