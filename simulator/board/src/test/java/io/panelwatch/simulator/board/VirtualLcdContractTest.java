package io.panelwatch.simulator.board;

import io.panelwatch.hal.Backlight;
import io.panelwatch.hal.OutputLine;
import io.panelwatch.hal.SpiDevice;
import io.panelwatch.hal.contract.BacklightContract;
import io.panelwatch.hal.contract.ManualClock;
import io.panelwatch.hal.contract.OutputLineContract;
import io.panelwatch.hal.contract.SpiDeviceContract;
import io.panelwatch.simulator.board.BoardChange.SensorFails;
import java.time.Duration;
import org.junit.jupiter.api.Nested;

/** The panel's four connections pass the contracts of the ports that they are. */
final class VirtualLcdContractTest {

  private static final int IO_ERROR = 5;

  private final ManualClock clock = new ManualClock();
  private final SimulatedBoard board = SimulatedBoard.create(clock, 1);

  private void breakPanel() {
    board.apply(new SensorFails(Component.LCD, IO_ERROR));
  }

  @Nested
  final class Spi extends SpiDeviceContract {
    @Override
    protected SpiDevice open() {
      return board.lcd().spi();
    }

    /** NOPs, the only bytes that a controller takes in any number. */
    @Override
    protected byte[] payload(int length) {
      return new byte[length];
    }

    @Override
    protected byte[] wire() {
      return new byte[(int) board.lcd().counters().bytes()];
    }

    @Override
    protected byte[] answerTo(byte[] sent) {
      return new byte[sent.length];
    }

    @Override
    protected void breakWire() {
      breakPanel();
    }
  }

  @Nested
  final class DataCommand extends OutputLineContract {
    @Override
    protected OutputLine open() {
      return board.lcd().dataCommand();
    }

    @Override
    protected boolean level() {
      return board.lcd().dataSelected();
    }

    @Override
    protected void breakLine() {
      breakPanel();
    }
  }

  @Nested
  final class Reset extends OutputLineContract {
    private static final byte NOP = 0;

    @Override
    protected OutputLine open() {
      return board.lcd().reset();
    }

    /** High is where the controller takes a command; it wants some time in either state. */
    @Override
    protected boolean level() {
      clock.advance(Duration.ofMillis(10));
      long before = board.lcd().counters().violations();
      VirtualLcdTest.tryToSend(board.lcd(), NOP);
      return board.lcd().counters().violations() == before;
    }

    @Override
    protected void breakLine() {
      breakPanel();
    }
  }

  @Nested
  final class Light extends BacklightContract {
    @Override
    protected Backlight open() {
      return board.lcd().backlight();
    }

    @Override
    protected int percent() {
      return board.lcd().counters().backlightPercent();
    }
  }
}
