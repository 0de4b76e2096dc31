package io.panelwatch.agent.health;

import io.panelwatch.hal.Board;
import io.panelwatch.hal.BoardClock;
import io.panelwatch.hal.BoardEvents;
import io.panelwatch.hal.BoardIdentity;
import io.panelwatch.hal.BoardInventory;
import io.panelwatch.hal.BootInfo;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.Sample;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.SensorSource;
import io.panelwatch.hal.contract.ManualClock;
import java.time.Duration;
import java.util.List;

/** A board whose sources do what a test says. */
public final class ScriptedBoard implements Board {

  /** What a source does when it is read. */
  public interface Script {
    List<Sample> read() throws DeviceException, InterruptedException;
  }

  public final ManualClock clock = new ManualClock();
  private final List<SensorSource> sources;

  public ScriptedBoard(SensorSource... sources) {
    this.sources = List.of(sources);
  }

  public static SensorSource source(SensorFamily family, Script script) {
    return new SensorSource() {
      @Override
      public SensorFamily family() {
        return family;
      }

      @Override
      public String lookedIn() {
        return "/scripted/" + family;
      }

      @Override
      public List<Sample> read() throws DeviceException {
        try {
          return script.read();
        } catch (InterruptedException e) {
          throw new DeviceException(4, "read", lookedIn(), "interrupted");
        }
      }
    };
  }

  @Override
  public BoardIdentity identity() {
    return new BoardIdentity("scripted", "1");
  }

  @Override
  public BootInfo boot() {
    return new BootInfo("scripted-boot", Duration.ofHours(1));
  }

  @Override
  public BoardClock clock() {
    return clock;
  }

  @Override
  public List<SensorSource> sources() {
    return sources;
  }

  @Override
  public BoardInventory inventory() {
    return new BoardInventory(List.of(), List.of(), List.of(), List.of());
  }

  @Override
  public BoardEvents events() {
    return BoardEvents.SILENT;
  }

  @Override
  public void close() {}
}
