package io.panelwatch.agent.screen;

import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.PublicImpact;
import io.panelwatch.agent.state.DeviceState;
import io.panelwatch.agent.state.Notice;
import io.panelwatch.agent.state.Page;
import io.panelwatch.display.scene.Scene;
import java.time.Instant;
import java.util.Optional;

/** Which screen is due. Pure: the same state at the same moment is the same scene. */
public final class Screens {

  private Screens() {}

  /**
   * The scene for a state.
   *
   * @param state what the device knows
   * @param wall the wall clock's time; shown only where {@code state.wallTrusted()}
   */
  public static Scene of(DeviceState state, Instant wall) {
    Moment moment = new Moment(state, wall);
    return new Scene(
        switch (state.page()) {
          case Page.Public ignored -> {
            if (state.publicImpact() == PublicImpact.OUT_OF_SERVICE) {
              yield OutOfServiceScreen.of(moment);
            }
            yield noticeInForce(moment)
                .map(notice -> NoticeScreen.of(moment, notice))
                .orElseGet(() -> QueueScreen.of(moment));
          }
          case Page.FaultList list -> FaultListScreen.of(moment, list.selected());
          case Page.FaultDetail detail ->
              find(state, detail.faultId())
                  .map(fault -> FaultScreen.of(moment, fault, detail.scroll()))
                  .orElseGet(() -> FaultListScreen.of(moment, 0));
          case Page.Status(int scroll) -> StatusScreen.of(moment, scroll);
          case Page.PanelTest test -> PanelTestScreen.of(state, test.step());
        });
  }

  /** Announced maintenance that has begun; only a trusted clock can tell. */
  private static Optional<Notice> noticeInForce(Moment moment) {
    return moment
        .state()
        .notice()
        .filter(notice -> moment.state().wallTrusted())
        .filter(notice -> !moment.wall().isBefore(notice.from()))
        .filter(notice -> moment.wall().isBefore(notice.until()));
  }

  private static Optional<Fault> find(DeviceState state, String faultId) {
    return state.active().stream().filter(fault -> fault.faultId().equals(faultId)).findFirst();
  }
}
