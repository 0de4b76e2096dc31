package io.panelwatch.hal.linux.hwmon;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.panelwatch.hal.Sample;
import io.panelwatch.hal.Sample.Temperature.Place;
import io.panelwatch.hal.linux.RecordedTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which of a board's temperatures is the processor's. */
final class ProcessorPlaceTest {

  @TempDir Path folder;
  private RecordedTree tree;

  @BeforeEach
  void emptyTree() {
    tree = new RecordedTree(folder);
  }

  @Test
  void hotProcessorIsOneHotPlaceAndNotOneACore() throws IOException {
    tree.chip(
        "hwmon0",
        "coretemp",
        "temp1_input",
        "81000",
        "temp1_label",
        "Package id 0",
        "temp2_input",
        "81000",
        "temp2_label",
        "Core 0",
        "temp3_input",
        "79000",
        "temp3_label",
        "Core 1");

    assertEquals(List.of("coretemp-temp1"), soc());

    tree.zone(0, "acpitz");
    tree.zone(1, "x86_pkg_temp");
    assertEquals(List.of("x86_pkg_temp"), soc(), "the zone is the same sensor");

    tree.zone(2, "x86_pkg_temp");
    assertEquals(
        List.of("x86_pkg_temp-thermal_zone1", "x86_pkg_temp-thermal_zone2"), soc(), "two sockets");
  }

  @Test
  void dieOfAnAmdProcessorIsItsTemperatureAndNotTheOffsetOneNorItsChiplets() throws IOException {
    tree.chip("hwmon0", "k10temp", "temp1_input", "95000", "temp1_label", "Tctl");
    tree.chip("hwmon0", "k10temp", "temp3_input", "68000", "temp3_label", "Tccd1");
    assertEquals(List.of("k10temp-temp1"), soc());

    tree.chip("hwmon0", "k10temp", "temp2_input", "68000", "temp2_label", "Tdie");
    assertEquals(List.of("k10temp-temp2"), soc());
  }

  @Test
  void processorWithoutASensorForTheWholeIsToldByItsFirst() throws IOException {
    tree.chip("hwmon0", "coretemp", "temp2_input", "50000", "temp2_label", "Core 0");
    tree.chip("hwmon0", "coretemp", "temp3_input", "51000", "temp3_label", "Core 1");

    assertEquals(List.of("coretemp-temp2"), soc());
  }

  @Test
  void zoneOfTheWholeChipComesBeforeThoseOfItsParts() throws IOException {
    tree.zone(0, "bigcore0-thermal");
    tree.zone(1, "littlecore-thermal");
    tree.zone(2, "gpu-thermal");
    assertEquals(List.of("bigcore0-thermal"), soc());

    tree.zone(3, "cpu-thermal");
    assertEquals(List.of("cpu-thermal"), soc());

    tree.zone(4, "soc-thermal");
    assertEquals(List.of("soc-thermal"), soc());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "exynos-therm",
        "tsens_tz_sensor0",
        "aml_thermal",
        "armada_thermal",
        "kirkwood_thermal",
        "cls0"
      })
  void vendorsNameOfAProcessorIsKnown(String type) throws IOException {
    tree.zone(0, "gpu");
    tree.zone(1, type);

    assertEquals(List.of(type), soc());
  }

  @Test
  void lowestSensorOfAProcessorOfQualcommStandsForIt() throws IOException {
    tree.zone(0, "pm8994_tz");
    tree.zone(1, "tsens_tz_sensor0");
    tree.zone(2, "tsens_tz_sensor1");

    assertEquals(List.of("tsens_tz_sensor0"), soc());
  }

  @Test
  void onlyZoneOfABoardIsItsProcessorWhateverItsName() throws IOException {
    tree.zone(0, "dove_thermal");
    assertEquals(List.of("dove_thermal"), soc());

    tree.zone(1, "panel");
    assertEquals(List.of(), soc(), "nobody says which");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "acpitz",
        "PMIC-Die",
        "pm8916_tz",
        "skin-therm",
        "battery",
        "iwlwifi_1",
        "mt7915_phy0",
        "nvme",
        "gpu-thermal",
        "ddr-thermal",
        "pch_skylake",
        "INT3400 Thermal",
        "SEN1",
        "ambient"
      })
  void onlyZoneThatIsAnotherPartsIsNoProcessor(String type) throws IOException {
    tree.zone(0, type);

    assertEquals(List.of(), soc());
  }

  @Test
  void onlyZoneIsNoProcessorBesideAChipThatIs() throws IOException {
    tree.zone(0, "dove_thermal");
    tree.chip("hwmon0", "coretemp", "temp1_input", "50000", "temp1_label", "Package id 0");

    assertEquals(List.of("coretemp-temp1"), soc());
  }

  private List<String> soc() throws IOException {
    return tree.temperatures().stream()
        .filter(temperature -> temperature.place() == Place.SOC)
        .map(Sample.Temperature::component)
        .toList();
  }

  @Test
  void hottestZoneOfAJetsonStandsForItsSoc() throws IOException {
    tree.zone(0, "soc0-thermal");
    tree.zone(1, "CPU-therm");
    tree.zone(2, "PMIC-Die");
    assertEquals(List.of("CPU-therm"), soc());

    tree.zone(3, "tj-thermal");
    assertEquals(List.of("tj-thermal"), soc());
  }

  @Test
  void zoneOfThePackageStandsForANewerIntelProcessor() throws IOException {
    tree.zone(0, "TCPU_PCI");
    tree.zone(1, "TCPU");
    assertEquals(List.of("TCPU"), soc());
  }

  @Test
  void armServerIsToldByItsLabel() throws IOException {
    tree.chip("hwmon0", "smpro_hwmon", "temp1_input", "45000", "temp1_label", "SoC VRD");
    assertEquals(List.of(), soc());

    tree.chip("hwmon0", "smpro_hwmon", "temp2_input", "91000", "temp2_label", "SoC");
    assertEquals(List.of("smpro_hwmon-temp2"), soc());

    tree.chip("hwmon0", "apm_xgene", "temp2_label", "SoC Temperature");
    assertEquals(List.of("apm_xgene-temp2"), soc());
  }

  @Test
  void firstSocOfAnAmpereServerIsItsProcessor() throws IOException {
    tree.chip("hwmon0", "altra_hwmon", "temp1_input", "45000", "temp1_label", "DIMM VRM")
        .chip("hwmon0", "altra_hwmon", "temp2_input", "91000", "temp2_label", "SoC Temp 000");

    assertEquals(List.of("altra_hwmon-temp2"), soc());
  }
}
