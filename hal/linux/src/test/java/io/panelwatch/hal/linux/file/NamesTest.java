package io.panelwatch.hal.linux.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class NamesTest {

  @Test
  void nameIsPrintableAndOfOneWord() {
    assertEquals("a_b?c_d", Names.clean(" a b\u00fcc/d\n"));
    assertEquals("/var/lib", Names.ofPath("/var/lib"));
  }

  @Test
  void sameNamesAreNumbered() {
    var names = new Names();

    assertEquals("nvme", names.unique("nvme"));
    assertEquals("nvme#2", names.unique("nvme"));
  }

  @Test
  void longPathsThatDifferAtTheirEndKeepDifferentNames() {
    String folder = "/var/lib/kubelet/" + "x".repeat(100);
    String first = Names.ofPath(folder + "/a");
    String second = Names.ofPath(folder + "/b");

    assertNotEquals(first, second);
    assertEquals(first, Names.ofPath(folder + "/a"), "whichever others there are");
    assertTrue(first.startsWith("/var/lib/kubelet/xxx"), first);
    assertEquals(80, first.length());
  }

  @Test
  void onlyWhatWouldShareAShortNameHasItsLongOne() {
    List<String> fans = List.of("fan a", "fan b", "pump c", "fan a");

    assertEquals(
        List.of("fan a", "fan b", "pump", "fan a#2"),
        new Names().unique(fans, fan -> fan.substring(0, fan.indexOf(' ')), fan -> fan));
  }
}
