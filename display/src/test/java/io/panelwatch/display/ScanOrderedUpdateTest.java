package io.panelwatch.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.panelwatch.display.bus.Dcs;
import io.panelwatch.display.bus.PanelLink;
import io.panelwatch.display.frame.Frame;
import io.panelwatch.display.profile.ControllerProfile;
import io.panelwatch.display.profile.PanelProfile;
import io.panelwatch.display.profile.Rotation;
import io.panelwatch.hal.contract.ManualClock;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Without a tearing line an update runs the way that the refresh runs: an ILI9341 scans the upright
 * picture from its top, so one that is turned by 180 degrees from its bottom.
 */
class ScanOrderedUpdateTest {

  private final PanelLink link = mock(PanelLink.class);
  private final List<String> windows = new ArrayList<>();

  @ParameterizedTest
  @EnumSource(Rotation.class)
  void windowsGoOutInTheOrderInWhichTheRefreshReachesThem(Rotation rotation) throws Exception {
    Panel panel = panel(rotation);
    Frame frame = new Frame(panel.width(), panel.height());
    panel.show(frame);
    windows.clear();

    frame.fillRect(2, 2, 20, 20, (short) 7);
    frame.fillRect(panel.width() - 22, panel.height() - 22, 20, 20, (short) 7);
    panel.show(frame);

    boolean fromTheFarEnd =
        switch (rotation) {
          case BY_0, BY_90 -> false;
          case BY_180, BY_270 -> true;
        };
    List<Integer> expected =
        fromTheFarEnd ? List.of(panel.width() - 22, 2) : List.of(2, panel.width() - 22);
    assertEquals(expected.stream().map(Object::toString).toList(), windows);
  }

  private Panel panel(Rotation rotation) throws Exception {
    when(link.tariff())
        .thenReturn(new PanelLink.Tariff(1_000_000, 1_000_000, Byte.SIZE, 1, 2, 0, 4096));
    when(link.hasResetLine()).thenReturn(true);
    doAnswer(
            call -> {
              ByteBuffer parameters = call.getArgument(1);
              if (call.<Integer>getArgument(0) == Dcs.CASET) {
                windows.add(String.valueOf(parameters.getShort(parameters.position())));
              }
              return null;
            })
        .when(link)
        .command(anyInt(), any());
    var profile = (ControllerProfile) PanelProfile.load("ili9341");
    var driver = new ControllerDriver(profile, rotation, link, PanelLines.NONE, new ManualClock());
    return new Panel(driver, Optional.empty(), new ManualClock());
  }
}
