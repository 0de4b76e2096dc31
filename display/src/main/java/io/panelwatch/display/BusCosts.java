package io.panelwatch.display;

import io.panelwatch.display.bus.PanelLink;
import io.panelwatch.display.frame.CostModel;
import io.panelwatch.display.frame.WindowFormat;
import io.panelwatch.display.profile.ControllerProfile;

/** What windows of a profile's panel cost on a link: the planner's view of both. */
public final class BusCosts {

  /** CASET 1+4, PASET 1+4, RAMWR 1. */
  private static final int DCS_ADDRESS_BYTES = 11;

  /** 21h 1+2, 22h 1+2. */
  private static final int PAGE_WINDOW_ADDRESS_BYTES = 6;

  /** Page, low and high column. */
  private static final int PAGE_ADDRESS_BYTES = 3;

  private BusCosts() {}

  /**
   * The model of a panel on a link.
   *
   * @param latencyNanos tau, in nanoseconds
   */
  public static CostModel of(
      PanelLink.Tariff tariff, ControllerProfile profile, long latencyNanos) {
    return new CostModel(
        tariff.pixelHz(),
        tariff.commandHz(),
        latencyNanos,
        tariff.transferBytes(),
        format(tariff, profile));
  }

  private static WindowFormat format(PanelLink.Tariff tariff, ControllerProfile profile) {
    int cellBytes = profile.format().bytesPerCell();
    return switch (profile.addressing()) {
      case DCS, DCS_KEEP ->
          format(
              tariff,
              DCS_ADDRESS_BYTES,
              2 * tariff.transfersPerCommand() + 2,
              cellBytes,
              WindowFormat.ANY_ROWS);
      case PAGE_WINDOW ->
          format(tariff, PAGE_WINDOW_ADDRESS_BYTES, 2, cellBytes, WindowFormat.ANY_ROWS);
      case PAGE -> format(tariff, PAGE_ADDRESS_BYTES, 2, cellBytes, 1);
    };
  }

  private static WindowFormat format(
      PanelLink.Tariff tariff, int addressBytes, int transfers, int cellBytes, int rows) {
    return new WindowFormat(
        addressBytes * tariff.commandBytes(),
        transfers,
        cellBytes,
        rows,
        tariff.messageBytes(),
        tariff.clocksPerByte());
  }
}
