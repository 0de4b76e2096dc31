package io.panelwatch.agent.fault.rule;

import io.panelwatch.agent.health.Quantity;
import java.util.List;

/** The rules of CPU and BRD: the processor and the board itself. */
final class BoardRules {

  static final List<Rule> ALL =
      List.of(
          Threshold.of("CPU-601", Quantity.PRESSURE_SOME_PERCENT)
              .where(resource -> resource.name().equals("cpu")),
          new KernelCrashed(),
          Counted.eventsFromNothing("BRD-603", Quantity.WATCHDOG_CARD_RESET),
          Flag.of("BRD-604", Quantity.RTC_BATTERY_LOW, 1),
          Flag.of("BRD-605", Quantity.INTRUSION_ALARM, 1),
          Flag.of("BRD-606", Quantity.USB_ATTACHED, 0).overWhenGone());

  private BoardRules() {}
}
