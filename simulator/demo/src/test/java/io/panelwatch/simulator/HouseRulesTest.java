package io.panelwatch.simulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The arrows of the house, seen from the one module that sees all others. */
class HouseRulesTest {

  private static final String HAL = "io.panelwatch.hal";
  private static final String LINUX = "io.panelwatch.hal.linux..";
  private static final String PI4J = "io.panelwatch.hal.pi4j..";
  private static final String DISPLAY = "io.panelwatch.display..";
  private static final String CONTROLLER = "io.panelwatch.display.controller..";
  private static final String AGENT = "io.panelwatch.agent..";
  private static final String SIMULATOR = "io.panelwatch.simulator..";

  private static JavaClasses house;

  @BeforeAll
  static void importHouse() {
    house =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("io.panelwatch");
  }

  @Test
  void everyRoomIsSeenOrTheRulesBelowWouldHoldForNothing() {
    List<String> rooms =
        List.of(
            HAL,
            "io.panelwatch.hal.linux",
            "io.panelwatch.hal.linux.kernel",
            "io.panelwatch.hal.linux.file",
            "io.panelwatch.hal.linux.event",
            "io.panelwatch.hal.linux.hwmon",
            "io.panelwatch.hal.linux.storage",
            "io.panelwatch.hal.linux.network",
            "io.panelwatch.hal.linux.board",
            "io.panelwatch.hal.pi4j",
            "io.panelwatch.display",
            "io.panelwatch.display.controller",
            "io.panelwatch.display.profile",
            "io.panelwatch.agent.fault",
            "io.panelwatch.agent.store",
            "io.panelwatch.agent.report",
            "io.panelwatch.simulator.board",
            "io.panelwatch.simulator.dispatch");
    for (String room : rooms) {
      assertTrue(
          house.stream().anyMatch(type -> type.getPackageName().equals(room)), room + " is empty");
    }
  }

  @Test
  void portsKnowNobody() {
    hold(
        noClasses()
            .that()
            .resideInAPackage(HAL)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(LINUX, PI4J, DISPLAY, AGENT, SIMULATOR));
  }

  @Test
  void bindingsKnowThePortsOnly() {
    hold(
        noClasses()
            .that()
            .resideInAnyPackage(LINUX, PI4J)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(DISPLAY, AGENT, SIMULATOR));
    hold(
        noClasses()
            .that()
            .resideInAPackage(LINUX)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(PI4J));
    hold(
        noClasses()
            .that()
            .resideInAPackage(PI4J)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(LINUX));
  }

  @Test
  void linuxBindingIsBuiltInLayers() {
    hold(
        layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage(LINUX)
            .layer("board")
            .definedBy("io.panelwatch.hal.linux")
            .layer("families")
            .definedBy(
                "io.panelwatch.hal.linux.hwmon",
                "io.panelwatch.hal.linux.storage",
                "io.panelwatch.hal.linux.network",
                "io.panelwatch.hal.linux.board")
            .layer("events")
            .definedBy("io.panelwatch.hal.linux.event")
            .layer("files")
            .definedBy("io.panelwatch.hal.linux.file")
            .layer("kernel")
            .definedBy("io.panelwatch.hal.linux.kernel")
            .whereLayer("board")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("families")
            .mayOnlyBeAccessedByLayers("board")
            .whereLayer("events")
            .mayOnlyBeAccessedByLayers("board")
            .whereLayer("files")
            .mayOnlyBeAccessedByLayers("board", "families"));
  }

  @Test
  void familiesOfTheLinuxBindingDoNotKnowEachOther() {
    hold(
        slices()
            .matching("io.panelwatch.hal.linux.(hwmon|storage|network|board)..")
            .should()
            .notDependOnEachOther());
  }

  @Test
  void displayKnowsThePortsOnly() {
    hold(
        noClasses()
            .that()
            .resideInAPackage(DISPLAY)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(LINUX, PI4J, AGENT, SIMULATOR));
  }

  @Test
  void nothingInProductionTouchesSimulatedThings() {
    hold(
        noClasses()
            .that()
            .resideOutsideOfPackage(SIMULATOR)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(SIMULATOR));
  }

  @Test
  void simulatedBoardKnowsNothingOfTheAgent() {
    hold(
        noClasses()
            .that()
            .resideInAPackage("io.panelwatch.simulator.board..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(AGENT));
  }

  @Test
  void onlyTheLinuxBindingTouchesForeignMemory() {
    hold(
        noClasses()
            .that()
            .resideOutsideOfPackage(LINUX)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.lang.foreign.."));
  }

  @Test
  void onlyThePi4jBindingTouchesPi4j() {
    hold(
        noClasses()
            .that()
            .resideOutsideOfPackage(PI4J)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.pi4j.."));
  }

  @Test
  void decodersNeverReadWhatTheyProve() {
    hold(
        classes()
            .that()
            .resideInAPackage(CONTROLLER)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(CONTROLLER, HAL, "java..", "org.jspecify.."));
  }

  @Test
  void noWindowToolkitAndNoShellOnTheBoard() {
    hold(
        noClasses()
            .that()
            .resideInAnyPackage(HAL, LINUX, PI4J, DISPLAY, AGENT)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.awt..", "javax.imageio..")
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(ProcessBuilder.class, Process.class));
  }

  @Test
  void rulesAndStateArePure() {
    hold(
        noClasses()
            .that()
            .resideInAnyPackage("io.panelwatch.agent.fault..", "io.panelwatch.agent.state..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "io.panelwatch.agent.store..",
                "io.panelwatch.agent.report..",
                "io.panelwatch.agent.daemon..",
                "java.sql..",
                "org.eclipse.paho.."));
  }

  @Test
  void noRoomOfTheAgentIsInACircle() {
    hold(slices().matching("io.panelwatch.agent.(*)..").should().beFreeOfCycles());
  }

  @Test
  void noRoomOfTheDisplayIsInACircle() {
    hold(slices().matching("io.panelwatch.display.(*)..").should().beFreeOfCycles());
  }

  private static void hold(ArchRule rule) {
    rule.check(house);
  }
}
