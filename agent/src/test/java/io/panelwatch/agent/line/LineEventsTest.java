package io.panelwatch.agent.line;

import io.panelwatch.hal.BoardEvents;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.contract.BoardEventsContract;

final class LineEventsTest extends BoardEventsContract {

  private final LineEvents events = new LineEvents(SensorFamily.POWER_FAIL_LINES);

  @Override
  protected BoardEvents open() {
    return events;
  }

  @Override
  protected SensorFamily change() {
    events.changed();
    return SensorFamily.POWER_FAIL_LINES;
  }
}
