package io.panelwatch.hal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BoardMonitorsTest {

  /** The names that drivers give, one row a driver of the kernel. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "abituguru, 'abituguru'",
    "abituguru3, 'abituguru3'",
    "adm1025, 'adm1025 ne1619'",
    "adm1026, 'adm1026'",
    "adm1031, 'adm1030 adm1031'",
    "adm9240, 'adm9240 ds1780 lm81'",
    "asb100, 'asb100'",
    "asus-ec-sensors, 'asusec'",
    "dme1737, 'dme1737 sch311x sch5027 sch5127'",
    "emc6w201, 'emc6w201'",
    "f71805f, 'f71805f f71872f'",
    "f71882fg, 'f71808e f71858fg f71862fg f71869a f71882fg f71889ed f8000 f81801u f81865f'",
    "gl518sm, 'gl518sm'",
    "gl520sm, 'gl520sm'",
    "it87, 'it87 it8712 it8720 it8728 it8665'",
    "lm78, 'lm78 lm79'",
    "lm80, 'lm80 lm96080'",
    "lm85, 'lm85 lm85b lm85c adm1027 adt7463 adt7468 emc6d100 emc6d103s lm96000'",
    "lm87, 'lm87 adm1024'",
    "lm93, 'lm93 lm94'",
    "nct6683, 'nct6683 nct6687'",
    "nct6775, 'nct6106 nct6775 nct6779 nct6798'",
    "nct7802, 'nct7802'",
    "nct7904, 'nct7904'",
    "pc87360, 'pc87360 pc87366'",
    "pc87427, 'pc87427'",
    "sch5627, 'sch5627'",
    "sch5636, 'theseus'",
    "sis5595, 'sis5595'",
    "smsc47b397, 'smsc47b397'",
    "smsc47m1, 'smsc47m1 smsc47m2'",
    "smsc47m192, 'smsc47m192'",
    "via686a, 'via686a'",
    "vt1211, 'vt1211'",
    "vt8231, 'vt8231'",
    "w83627ehf, 'w83627ehf w83627dhg w83667hg'",
    "w83781d, 'w83781d w83782d w83783s as99127f'",
    "w83795, 'w83795g w83795adg'",
  })
  void everyChipOfADriverIsOne(String driver, String names) {
    for (String name : names.split(" ", -1)) {
      assertTrue(BoardMonitors.include(name), driver + ": " + name);
      assertTrue(BoardMonitors.listEmptyHeaders(name), driver + ": " + name);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "adt7475", "applesmc", "emc2305", "f75375", "ina3221", "lm75", "pwmfan"})
  void whatHasItsLimitsFromSomebodyIsNone(String name) {
    assertFalse(BoardMonitors.include(name), name);
    assertFalse(BoardMonitors.listEmptyHeaders(name), name);
  }

  @Test
  void firmwareOfAnAsusBoardKnowsItsLimitsButNotItsFans() {
    assertFalse(BoardMonitors.include("atk0110"));
    assertTrue(BoardMonitors.listEmptyHeaders("atk0110"));
  }
}
