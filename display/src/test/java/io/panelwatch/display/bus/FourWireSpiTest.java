package io.panelwatch.display.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.OutputLine;
import io.panelwatch.hal.SpiDevice;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.stubbing.Answer;

class FourWireSpiTest {

  private static final ByteBuffer NONE = ByteBuffer.allocate(0);

  private final SpiDevice spi = mock(SpiDevice.class);
  private final OutputLine dataCommand = mock(OutputLine.class);
  private final List<Integer> transfers = new ArrayList<>();

  @BeforeEach
  void theDeviceTakesWhatItGets() throws DeviceException {
    Answer<Void> taken =
        call -> {
          ByteBuffer bytes = call.getArgument(0);
          transfers.add(bytes.remaining());
          bytes.position(bytes.limit());
          return null;
        };
    doAnswer(taken).when(spi).write(any());
    doAnswer(taken).when(spi).write(any(), anyInt());
  }

  @Test
  void theLineIsMovedOnlyWhenItsLevelChanges() throws DeviceException {
    FourWireSpi link = link(4096);
    link.command(Dcs.RAMWR, NONE);
    clearInvocations(dataCommand);

    link.command(Dcs.NOP, NONE);

    verify(dataCommand, never()).set(false);
  }

  @Test
  void aLineThatCouldNotBeMovedIsMovedAgainWhateverItsLevelWasBefore() throws DeviceException {
    FourWireSpi link = link(4096);
    link.command(Dcs.RAMWR, NONE);
    doThrow(new DeviceException(5, "ioctl", "/dev/gpiochip0", "the line refused"))
        .when(dataCommand)
        .set(true);
    assertThrows(DeviceException.class, () -> link.pixels(ByteBuffer.allocate(2)));
    clearInvocations(dataCommand);
    doNothing().when(dataCommand).set(true);

    link.command(Dcs.NOP, NONE);

    verify(dataCommand).set(false);
  }

  @Test
  void aTransferHoldsWholePixels() throws DeviceException {
    link(7).pixels(ByteBuffer.allocate(20));

    assertEquals(List.of(6, 6, 6, 2), transfers);
  }

  private FourWireSpi link(int maxTransferBytes) {
    when(spi.maxTransferBytes()).thenReturn(maxTransferBytes);
    when(spi.clockHz()).thenReturn(32_000_000);
    return new FourWireSpi(
        spi,
        dataCommand,
        Optional.empty(),
        false,
        new WireRules(false, 8, 2, 10_000_000, 5_000_000));
  }
}
