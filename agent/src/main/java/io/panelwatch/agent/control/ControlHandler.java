package io.panelwatch.agent.control;

import io.panelwatch.agent.fault.Actor;
import io.panelwatch.agent.fault.Fault;
import io.panelwatch.agent.fault.Shelf;
import io.panelwatch.agent.fault.Visit;
import io.panelwatch.agent.fault.lifecycle.Action;
import io.panelwatch.agent.fault.lifecycle.DtcEntry;
import io.panelwatch.agent.health.Scan;
import io.panelwatch.agent.inspection.InspectionDue;
import io.panelwatch.agent.service.Credentials;
import io.panelwatch.agent.state.PanelTestStep;
import io.panelwatch.agent.store.AuditPage;
import io.panelwatch.agent.store.FaultPage;
import io.panelwatch.agent.store.Restored;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the daemon answers on its control socket. Called on threads of the {@link ControlServer},
 * several at once; an answer must not take longer than its {@linkplain AnswerBounds bound}, of
 * which a second is for the exchange itself.
 */
public interface ControlHandler {

  /** How the daemon is. */
  ControlStatus status();

  /** The active faults, the oldest first. */
  List<Fault> active() throws IOException;

  /**
   * A page of all that is remembered, active or not, the newest first.
   *
   * @param before where the page before it ended; empty for the first one
   * @param limit so many at most
   * @throws IOException when the store cannot be read
   */
  FaultPage history(OptionalLong before, int limit) throws IOException;

  /**
   * How many are remembered before the end of a page.
   *
   * @throws IOException when the store cannot be read
   */
  long countBefore(long next) throws IOException;

  /**
   * The fault of that id, which may have ended.
   *
   * @throws IOException when the store cannot be read
   */
  Optional<Fault> fault(String faultId) throws IOException;

  /**
   * What is remembered of a code on a component, whatever became of its episodes.
   *
   * @throws IOException when the store cannot be read
   */
  Optional<DtcEntry> remembered(String code, String component) throws IOException;

  /**
   * What people did last on the device, or tried to do, the newest first.
   *
   * @param limit so many at most
   * @throws IOException when the store cannot be read
   */
  AuditPage audit(int limit) throws IOException;

  /** What somebody has put aside, whether or not there is a fault now. */
  List<Shelf> putAside() throws IOException;

  /**
   * Does what somebody asks for with a fault, and waits until that is stored.
   *
   * @throws IOException when a defect of the daemon keeps it from being done
   */
  ActionAnswer act(Action action) throws IOException;

  /** What was read of the board last; empty before the first scan. */
  Optional<Scan> scan();

  /** The folder of the fault memory's database. */
  Path storeFolder();

  /**
   * Puts the backup that waits in that folder in the place of the fault memory, and notes it.
   *
   * @param by who asks
   * @param file the name of the backup, without its folder
   * @throws io.panelwatch.hal.DeviceException when none waits, or it cannot be done now
   * @throws IOException when it fails
   */
  Restored restore(Actor by, String file) throws IOException;

  /**
   * Notes that somebody has saved the fault memory, or has tried to.
   *
   * @param by who says so
   * @param file the name of the copy, without its folder
   * @param done whether it is there
   */
  void saved(Actor by, String file, boolean done);

  /**
   * Does what takes a technician, once it is known who that is.
   *
   * @param asked a sign-off, the opening of a visit or an inspection, by whoever asks on this
   *     machine
   * @param who claims to be the technician; empty where nobody claims to be anybody
   * @throws IOException when it is not known who the technicians are, or a defect keeps it from
   *     being done
   */
  ActionAnswer signed(Action asked, Optional<Credentials> who) throws IOException;

  /** What a person looks at from time to time, and when. */
  List<InspectionDue> inspections();

  /** The service visit that is open; empty where nobody is at work. */
  Optional<Visit> visit();

  /**
   * What the LCD shows now, decoded from the bytes that were sent to it.
   *
   * @return a PNG file
   * @throws io.panelwatch.hal.DeviceException when there is no LCD
   * @throws IOException when it cannot be told
   */
  byte[] snapshot() throws IOException;

  /**
   * The name of the profile that the LCD is driven with.
   *
   * @throws io.panelwatch.hal.DeviceException when there is no LCD
   */
  String panel() throws IOException;

  /**
   * Shows a step of the panel's test on the LCD. Without another one or a press it gives the screen
   * back by itself after two minutes.
   *
   * @param step empty: the test is over
   * @throws io.panelwatch.hal.DeviceException when there is no LCD
   */
  void testPanel(Optional<PanelTestStep> step) throws IOException;
}
