package io.panelwatch.agent.fault;

/** What a fault is about; follows from the letters of its code. */
public enum FaultType {
  POWER,
  COOLING,
  TEMPERATURE,
  STORAGE,
  MEMORY,
  BOARD,
  DISPLAY,
  NETWORK,
  CLOCK,
  SOFTWARE,
  AGENT,
  MAINTENANCE;

  /**
   * The type of a code.
   *
   * @param code as in the catalogue: {@code FAN-201}
   * @throws IllegalArgumentException when no type begins like that
   */
  public static FaultType ofCode(String code) {
    int dash = code.indexOf('-');
    return switch (dash < 0 ? code : code.substring(0, dash)) {
      case "PWR" -> POWER;
      case "FAN" -> COOLING;
      case "TMP" -> TEMPERATURE;
      case "DSK" -> STORAGE;
      case "MEM" -> MEMORY;
      case "CPU", "BRD" -> BOARD;
      case "DSP" -> DISPLAY;
      case "NET" -> NETWORK;
      case "CLK" -> CLOCK;
      case "SVC" -> SOFTWARE;
      case "AGT" -> AGENT;
      case "MNT" -> MAINTENANCE;
      default -> throw new IllegalArgumentException("no fault type begins like " + code);
    };
  }
}
