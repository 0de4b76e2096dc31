package io.panelwatch.hal.linux.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class MdStatTest {

  private static final String TABLE =
      """
      Personalities : [raid0] [raid1] [raid6]

      md0 : active raid1 sdi1[0] sdj1[1]
            248896 blocks [2/2] [UU]

      md6 : active raid1 sdb2[2](F) sdc[1](S) sda2[0]
            195310144 blocks [2/1] [U_]
            [=>...................]  recovery =  8.5% (16775552/195310144) finish=17.0min

      md7 : active raid6 sdb1[0] sde1[3] sdd1[2] sdc1[1](F)
            7813735424 blocks super 1.2 level 6, 512k chunk, algorithm 2 [4/3] [U_UU]
            bitmap: 0/30 pages [0KB], 65536KB chunk

      md9 : active raid1 sdc2[2] sdd2[3] sdb2[1] sda2[0] sde[4](F) sdf[5](F) sdg[6](S)
            523968 blocks super 1.2 [4/4] [UUUU]
            resync=DELAYED

      md10 : active raid0 sda1[0] sdb1[1]
            314159265 blocks 64k chunks

      md11 : active (auto-read-only) raid1 sdb2[0] sdc2[1]
            4190208 blocks super 1.2 [2/2] [UU]
            resync=PENDING

      md42 : active raid5 sda1[0] sdd1[3] sdb1[1]
            1953381440 blocks super 1.2 level 5, 512k chunk, algorithm 2 [3/2] [U_U]
            [>....................]  reshape =  1.2% (11928064/976690720) finish=1128.8min

      md219 : inactive sdb[2](S) sdc[1](S) sda[0](S)
              7932 blocks super external:imsm

      md220 : inactive sda1[0](S)
            248896 blocks super 1.2

      unused devices: <none>
      """;

  @Test
  void arraysAreReadWithTheMembersThatTheyHaveAndThatWork() {
    assertEquals(
        List.of(
            "md0 2/2",
            "md6 2/1",
            "md7 4/3",
            "md9 4/4",
            "md10 -",
            "md11 2/2",
            "md42 3/2",
            "md219 -",
            "md220 waits"),
        MdStat.parse(TABLE).stream().map(MdStatTest::text).toList());
  }

  @Test
  void brokenArrayKeepsItsNumbersFromTheOneBeforeIt() {
    assertEquals(
        List.of("md1 2/2", "md0 2/0 broken", "md2 - broken", "md3 2/1"),
        MdStat.parse(
                """
                Personalities : [raid0] [raid1]
                md1 : active raid1 sdd1[1] sdc1[0]
                      248896 blocks [2/2] [UU]

                md0 : broken raid1 sdb1[1](F) sda1[0](F)
                      248896 blocks [2/0] [__]

                md2 : broken raid0 sdf1[1] sde1[0]
                      314159265 blocks 64k chunks

                md3 : sleeping raid1 sdh1[1] sdg1[0](F)
                      248896 blocks [2/1] [_U]

                unused devices: <none>
                """)
            .stream()
            .map(MdStatTest::text)
            .toList());
  }

  /** As the kernel of a Synology tells a member in error. */
  @Test
  void membersAreCountedWhateverLettersTellThem() {
    String table = "md2 : active raid5 sda3[0] sdb3[1](E)\n      1 blocks [4/3] [U_EU]\n";

    MdStat.Array array = MdStat.parse(table).getFirst();

    assertEquals(OptionalInt.of(4), array.devices());
    assertEquals(OptionalInt.of(3), array.working());
  }

  @Test
  void bitmapAndProgressAreNoMembers() {
    assertEquals(
        List.of("md1 -"),
        MdStat.parse("md1 : active raid1 sda[0]\n      bitmap: [2/1] pages [0KB]\n").stream()
            .map(MdStatTest::text)
            .toList());
  }

  @Test
  void membersThatBelongToNoArrayAreNotTaken() {
    assertEquals(List.of(), MdStat.parse("      248896 blocks [2/1] [U_]\n\0\u00ff\n"));
  }

  private static String text(MdStat.Array array) {
    String members =
        array.devices().isEmpty()
            ? " -"
            : " " + array.devices().getAsInt() + "/" + array.working().getAsInt();
    return switch (array.state()) {
      case RUNNING -> array.name() + members;
      case WAITING -> array.name() + " waits";
      case BROKEN -> array.name() + members + " broken";
    };
  }
}
