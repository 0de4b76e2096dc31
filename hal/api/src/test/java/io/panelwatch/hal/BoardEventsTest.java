package io.panelwatch.hal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Two that speak up, heard as one. */
final class BoardEventsTest {

  private final List<SensorFamily> told = new ArrayList<>();

  @Test
  void bothAreHeardUntilTheListenerEnds() {
    var fans = new Speaker("fans");
    var disks = new Speaker("disks");

    try (var listening = fans.and(disks).listen(told::add)) {
      fans.say(SensorFamily.FANS);
      disks.say(SensorFamily.DISKS);
      assertEquals(
          List.of("fans", "disks"),
          listening.refused().stream().map(DeviceException::path).toList());
    }
    fans.say(SensorFamily.FANS);
    disks.say(SensorFamily.DISKS);

    assertEquals(List.of(SensorFamily.FANS, SensorFamily.DISKS), told);
  }

  @Test
  void firstOneIsLeftWhereTheSecondCannotBeHeard() {
    var fans = new Speaker("fans");
    BoardEvents broken =
        heard -> {
          throw new IllegalStateException("no memory for a thread");
        };

    assertThrows(IllegalStateException.class, () -> fans.and(broken).listen(told::add));
    fans.say(SensorFamily.FANS);

    assertEquals(List.of(), told);
  }

  /** Says what it is told to say, and was refused one thing. */
  private static final class Speaker implements BoardEvents {
    private final List<Consumer<SensorFamily>> ears = new ArrayList<>();
    private final String name;

    Speaker(String name) {
      this.name = name;
    }

    void say(SensorFamily family) {
      ears.forEach(ear -> ear.accept(family));
    }

    @Override
    public Listening listen(Consumer<SensorFamily> heard) {
      ears.add(heard);
      return new Listening(
          List.of(new DeviceException(13, "open", name, "refused.")), () -> ears.remove(heard));
    }
  }
}
