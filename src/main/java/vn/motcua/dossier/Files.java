package vn.motcua.dossier;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The dossiers open in a transaction: each is read once and written once, whatever the engine does
 * with it in between. A listener that runs outside a transaction is refused by Spring.
 */
@Component
class Files {

  private final Register register;

  Files(Register register) {
    this.register = register;
  }

  /**
   * The dossier with this code, read at its first use in the transaction.
   *
   * @throws UnknownDossier if there is none
   */
  DossierFile open(String code) {
    return desk()
        .files
        .computeIfAbsent(
            String.valueOf(code), c -> register.open(c).orElseThrow(() -> new UnknownDossier(c)));
  }

  /** Takes a dossier that this transaction has just made. */
  void put(DossierFile file) {
    desk().files.put(file.code(), file);
  }

  private Desk desk() {
    Desk desk = (Desk) TransactionSynchronizationManager.getResource(this);
    if (desk == null) {
      desk = new Desk();
      TransactionSynchronizationManager.bindResource(this, desk);
      TransactionSynchronizationManager.registerSynchronization(desk);
    }
    return desk;
  }

  private final class Desk implements TransactionSynchronization {

    private final Map<String, DossierFile> files = new LinkedHashMap<>();

    @Override
    public void suspend() {
      TransactionSynchronizationManager.unbindResource(Files.this);
    }

    @Override
    public void resume() {
      TransactionSynchronizationManager.bindResource(Files.this, this);
    }

    @Override
    public void beforeCommit(boolean readOnly) {
      files.values().forEach(this::write);
    }

    private void write(DossierFile file) {
      Map<String, Object> changes = file.takeUnwritten();
      if (!changes.isEmpty()) {
        register.change(file.code(), changes);
      }
    }

    @Override
    public void afterCompletion(int status) {
      TransactionSynchronizationManager.unbindResourceIfPossible(Files.this);
    }
  }
}
