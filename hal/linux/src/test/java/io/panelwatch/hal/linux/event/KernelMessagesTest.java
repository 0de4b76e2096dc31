package io.panelwatch.hal.linux.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.panelwatch.hal.BoardEvents;
import io.panelwatch.hal.DeviceException;
import io.panelwatch.hal.SensorFamily;
import io.panelwatch.hal.linux.LinuxBoard;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the kernel's messages mean, whatever their bytes; and that its sockets can be opened. */
@Timeout(60)
final class KernelMessagesTest {

  private static final int RTM_NEWLINK = 16;
  private static final int RTM_DELROUTE = 25;
  private static final int RTM_NEWNEIGH = 28;

  private static final int LISTENERS = 16;

  @TempDir private Path folder;

  @Test
  void ueventIsOfTheFamiliesOfItsSubsystem() {
    assertEquals(
        Set.of(SensorFamily.POWER_SUPPLIES),
        uevent(
            "change@/devices/platform/ac/power_supply/AC",
            "ACTION=change",
            "SUBSYSTEM=power_supply",
            "POWER_SUPPLY_ONLINE=0"));
    assertEquals(
        Set.of(
            SensorFamily.FANS,
            SensorFamily.TEMPERATURES,
            SensorFamily.RAILS,
            SensorFamily.CURRENTS,
            SensorFamily.POWERS,
            SensorFamily.ENERGIES,
            SensorFamily.HUMIDITIES,
            SensorFamily.INTRUSIONS),
        uevent("add@/devices/virtual/hwmon/hwmon4", "ACTION=add", "SUBSYSTEM=hwmon"));
  }

  @Test
  void chipThatNamesAnAttributeIsReadForThatKindOnly() {
    assertEquals(Set.of(SensorFamily.TEMPERATURES), chipSpeaksOf("temp1_crit_alarm"));
    assertEquals(Set.of(SensorFamily.RAILS), chipSpeaksOf("in12_lcrit_alarm"));
    assertEquals(Set.of(SensorFamily.INTRUSIONS), chipSpeaksOf("intrusion0_alarm"));
    assertEquals(
        uevent("add@/devices/virtual/hwmon/hwmon4", "ACTION=add", "SUBSYSTEM=hwmon"),
        chipSpeaksOf("beep_enable"));
    assertEquals(
        Set.of(SensorFamily.POWER_SUPPLIES),
        uevent("change@/x", "ACTION=change", "SUBSYSTEM=power_supply", "NAME=temp1_input"));
  }

  private static Set<SensorFamily> chipSpeaksOf(String attribute) {
    return uevent("change@/x", "ACTION=change", "SUBSYSTEM=hwmon", "NAME=" + attribute);
  }

  @Test
  void sensorsAreListedAnewOnlyWhenOneCameOrWent() {
    assertTrue(Uevents.listsSensorsAnew(message("x", "ACTION=add", "SUBSYSTEM=hwmon")));
    assertTrue(Uevents.listsSensorsAnew(message("x", "ACTION=remove", "SUBSYSTEM=thermal")));
    assertFalse(Uevents.listsSensorsAnew(message("x", "ACTION=change", "SUBSYSTEM=hwmon")));
    assertFalse(Uevents.listsSensorsAnew(message("x", "ACTION=add", "SUBSYSTEM=net")));
  }

  @Test
  void ueventOfASubsystemWithoutSensorsMeansNothing() {
    assertEquals(Set.of(), uevent("add@/devices/virtual/tty/tty9", "SUBSYSTEM=tty"));
    assertEquals(Set.of(), uevent("libudev"));
    assertEquals(Set.of(), uevent("add@/x", "DEVNAME=SUBSYSTEM=net"));
  }

  @Test
  void everyMessageOfADatagramIsLookedAt() {
    assertEquals(Set.of(), LinkMessages.families(netlink(RTM_NEWNEIGH, 20)));
    assertEquals(
        Set.of(SensorFamily.NET_LINKS),
        LinkMessages.families(netlink(RTM_NEWNEIGH, 21, RTM_NEWLINK, 32)));
    assertEquals(
        Set.of(SensorFamily.ROUTES, SensorFamily.NET_LINKS),
        LinkMessages.families(netlink(RTM_DELROUTE, 16)));
  }

  @Test
  void messageThatLiesAboutItsLengthEndsTheDatagram() {
    ByteBuffer lie = netlink(RTM_NEWNEIGH, 16, RTM_NEWLINK, 16).putInt(0, 0);
    assertEquals(Set.of(), LinkMessages.families(lie));
    ByteBuffer beyond = netlink(RTM_NEWNEIGH, 16, RTM_NEWLINK, 16).putInt(0, Integer.MAX_VALUE);
    assertEquals(Set.of(), LinkMessages.families(beyond));
  }

  @Test
  void noBytesMakeAMessageThrow() {
    var random = new Random(20261122);
    for (int i = 0; i < 20_000; i++) {
      byte[] noise = new byte[random.nextInt(200)];
      random.nextBytes(noise);
      LinkMessages.families(ByteBuffer.wrap(noise).order(ByteOrder.nativeOrder()));
      Uevents.families(ByteBuffer.wrap(noise));
    }
  }

  @Test
  void recordingOpensNothingAndSaysNothing() {
    try (LinuxBoard board = LinuxBoard.of(folder)) {
      assertEquals(BoardEvents.SILENT, board.events());
    }
  }

  @Test
  void liveBoardListensOrTellsWhatRefusesAndEndsWithoutADescriptorLeft() throws IOException {
    try (LinuxBoard board = LinuxBoard.of(Path.of("/"))) {
      listenAndEnd(board); // what is opened once and stays, as the archives of classes
      long before = descriptors();
      for (int i = 0; i < LISTENERS; i++) {
        listenAndEnd(board);
      }
      assertTrue(descriptors() - before < LISTENERS, "one left by each would be as many");
    }
  }

  private static void listenAndEnd(LinuxBoard board) {
    var listening = board.events().listen(family -> {});
    for (DeviceException refused : listening.refused()) {
      assertTrue(refused.errno() > 0, refused::getMessage);
    }
    listening.close();
  }

  private static long descriptors() throws IOException {
    try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
      return open.count();
    }
  }

  /** Needs root, and a sysfs that may be written to. */
  @Test
  void ueventThatTheKernelIsAskedForIsHeard() throws Exception {
    Path uevent = Path.of("/sys/class/net/lo/uevent");
    assumeTrue(Files.isWritable(uevent));
    var told = new LinkedBlockingQueue<SensorFamily>();
    try (LinuxBoard board = LinuxBoard.of(Path.of("/"));
        var listening = board.events().listen(told::add)) {
      assumeTrue(listening.refused().isEmpty());
      Files.writeString(uevent, "change");

      assertEquals(SensorFamily.NET_LINKS, told.poll(20, TimeUnit.SECONDS));
    }
  }

  private static Set<SensorFamily> uevent(String... fields) {
    return Uevents.families(message(fields));
  }

  private static ByteBuffer message(String... fields) {
    return ByteBuffer.wrap((String.join("\0", fields) + "\0").getBytes(StandardCharsets.UTF_8));
  }

  /** Messages as types and lengths, each padded to four bytes. */
  private static ByteBuffer netlink(int... typesAndLengths) {
    ByteBuffer datagram = ByteBuffer.allocate(200).order(ByteOrder.nativeOrder());
    for (int i = 0; i < typesAndLengths.length; i += 2) {
      int at = datagram.position();
      datagram.putInt(at, typesAndLengths[i + 1]);
      datagram.putShort(at + 4, (short) typesAndLengths[i]);
      datagram.position(at + (typesAndLengths[i + 1] + 3) / 4 * 4);
    }
    return datagram.flip();
  }
}
