/**
 * What every binding of a port must do, as abstract JUnit 5 classes that a binding's tests extend.
 *
 * <p>A subclass says how to open the thing under test and how to look at its far end; the contract
 * says what must be seen there. The same class so judges the simulated board, Linux and Pi4J:
 *
 * <pre>{@code
 * final class Pi4jSpiDeviceTest extends SpiDeviceContract { ... }
 * }</pre>
 *
 * <p>{@link io.panelwatch.hal.contract.ManualClock} is the clock of tests that must not wait.
 */
package io.panelwatch.hal.contract;
