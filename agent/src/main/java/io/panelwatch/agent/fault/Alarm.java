package io.panelwatch.agent.fault;

/**
 * A call for somebody, as EEMUA 191 counts them: a transition that {@linkplain
 * FaultTransition#callsAnew asks anew} for a person.
 *
 * @param faultId the episode that calls; it may do so several times
 * @param rev the episode's revision, which no two alarms of it have in common
 * @param severity as of then
 * @param code of the fault
 * @param component of the fault
 * @param at when
 */
public record Alarm(
    String faultId, int rev, Severity severity, String code, String component, Stamp at) {

  /** The alarm that a transition is. */
  public static Alarm of(FaultTransition call) {
    Fault fault = call.fault();
    return new Alarm(
        fault.faultId(), fault.rev(), fault.severity(), fault.code(), fault.component(), call.at());
  }
}
