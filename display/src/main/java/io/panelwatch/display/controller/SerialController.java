package io.panelwatch.display.controller;

import java.nio.ByteBuffer;

/**
 * What all controllers on a serial bus have in common: bytes come one by one with the level of
 * D/CX, a refusal drops the rest of its transfer, a reset line starts everything anew.
 *
 * <p>Power-on, reset and glitch leave the memory as it is; the first finds noise in it.
 */
abstract class SerialController implements Controller {

  private final ResetPin resetPin;
  private long bytes;
  private long revision;

  SerialController(ResetPin resetPin) {
    this.resetPin = resetPin;
  }

  /** A byte with D/CX low. */
  abstract void takeCommand(int value);

  /** A byte with D/CX high. */
  abstract void takeData(int value);

  /** Drops the command that was begun. */
  abstract void forget();

  /** Puts every register into its state after power-on. */
  abstract void restart();

  /** The pin ended a reset. */
  abstract void released();

  /** What is lit when the controller runs. */
  abstract Picture running();

  /** The glass with nothing on it. */
  abstract Picture dark();

  /** Whether anything is lit at all. */
  abstract boolean lit();

  @Override
  public final synchronized void write(boolean data, ByteBuffer transfer) {
    received(transfer.remaining());
    try {
      if (transfer.hasRemaining()) {
        resetPin.requireHigh();
      }
      while (transfer.hasRemaining()) {
        int value = transfer.get() & 0xFF;
        if (data) {
          takeData(value);
        } else {
          takeCommand(value);
        }
      }
    } catch (ProtocolViolation violation) {
      transfer.position(transfer.limit());
      forget();
      throw violation;
    }
  }

  @Override
  public final synchronized void resetLine(boolean high) {
    if (!resetPin.drive(high)) {
      return;
    }
    revision++;
    if (high) {
      released();
      resetPin.requireWholePulse();
    }
  }

  @Override
  public final synchronized void powerGlitch() {
    revision++;
    restart();
  }

  @Override
  public final synchronized void linkBroken() {
    forget();
  }

  @Override
  public final synchronized Picture image() {
    return lit() && !resetPin.isLow() ? running() : dark();
  }

  @Override
  public final synchronized long bytes() {
    return bytes;
  }

  @Override
  public final synchronized long revision() {
    return revision;
  }

  /** Counts bytes of a transfer that changes something. */
  final void received(int count) {
    bytes += count;
    revision++;
  }

  final void requireOutOfReset() {
    resetPin.requireHigh();
  }
}
