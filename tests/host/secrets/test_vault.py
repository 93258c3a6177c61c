"""Secrets stay closed: in the file, in errors, under a wrong passphrase."""

import base64
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heyzack_console.domain.errors import InvalidInput, SecretsError, SecretsLocked
from heyzack_console.host.secrets.sealing import PassphraseSealer, Recipe, close_box, open_box
from heyzack_console.host.secrets.vault import Vault

KEY = "k$<'&3f9a0b1c2d3"


class DrawerRing:
    """A key ring that lives as long as the test."""

    def __init__(self) -> None:
        self.keys: dict[str, bytes] = {}

    def get(self, name: str) -> bytes | None:
        return self.keys.get(name)

    def make(self, name: str) -> bytes:
        self.keys[name] = os.urandom(32)
        return self.keys[name]


async def test_without_a_key_ring_the_vault_is_made_and_opened_by_a_passphrase(tmp_path: Path):
    vault = Vault(tmp_path / "secrets.vault", None)
    await vault.start()
    assert vault.locked
    await vault.unlock("a long passphrase")
    await vault.put_all({"lan/dev1": KEY})
    again = Vault(tmp_path / "secrets.vault", None)
    await again.start()
    assert again.locked
    await again.unlock("a long passphrase")
    assert await again.get("lan/dev1") == KEY


async def test_a_wrong_passphrase_opens_nothing_and_changes_nothing(tmp_path: Path):
    file = tmp_path / "secrets.vault"
    vault = Vault(file, None)
    await vault.start()
    await vault.unlock("a long passphrase")
    await vault.put_all({"lan/dev1": KEY})
    before = file.read_bytes()
    again = Vault(file, None)
    await again.start()
    with pytest.raises(SecretsLocked, match="wrong"):
        await again.unlock("another passphrase")
    assert again.locked
    assert file.read_bytes() == before


async def test_a_locked_vault_gives_and_takes_nothing(tmp_path: Path):
    made = Vault(tmp_path / "secrets.vault", None)
    await made.start()
    await made.unlock("a long passphrase")
    before = (tmp_path / "secrets.vault").read_bytes()
    vault = Vault(tmp_path / "secrets.vault", None)
    await vault.start()
    for reading in (vault.get("lan/dev1"), vault.get_all("lan/")):
        with pytest.raises(SecretsLocked):
            await reading
    with pytest.raises(SecretsLocked) as refused:
        await vault.put_all({"lan/dev1": KEY})
    assert KEY not in str(refused.value)
    assert (tmp_path / "secrets.vault").read_bytes() == before


async def test_a_vault_that_was_never_made_holds_nothing_and_takes_nothing_without_a_passphrase(tmp_path: Path):
    vault = Vault(tmp_path / "secrets.vault", None)
    await vault.start()
    assert (await vault.get("lan/dev1"), await vault.get_all("lan/")) == (None, {})
    with pytest.raises(SecretsLocked):
        await vault.put_all({"lan/dev1": KEY})
    assert not (tmp_path / "secrets.vault").exists()


async def test_with_a_key_ring_no_passphrase_is_asked_for(tmp_path: Path):
    ring = DrawerRing()
    vault = Vault(tmp_path / "secrets.vault", ring)
    await vault.start()
    await vault.put_all({"lan/a": KEY, "lan/b": KEY[::-1], "cloud/x": "token"})
    await vault.remove("lan/b")
    again = Vault(tmp_path / "secrets.vault", ring)
    await again.start()
    assert not again.locked
    assert await again.get_all("lan/") == {"lan/a": KEY}


async def test_a_vault_whose_key_is_gone_from_the_ring_says_so_and_is_kept(tmp_path: Path):
    vault = Vault(tmp_path / "secrets.vault", DrawerRing())
    await vault.start()
    await vault.put_all({"lan/a": KEY})
    before = (tmp_path / "secrets.vault").read_bytes()
    again = Vault(tmp_path / "secrets.vault", DrawerRing())
    with pytest.raises(SecretsError, match="not in this person's key ring"):
        await again.start()
    assert (tmp_path / "secrets.vault").read_bytes() == before


async def test_no_secret_stands_in_the_file_and_only_the_owner_may_read_it(tmp_path: Path):
    file = tmp_path / "secrets.vault"
    vault = Vault(file, DrawerRing())
    await vault.start()
    await vault.put_all({"lan/dev1": KEY})
    assert KEY.encode() not in file.read_bytes()
    assert b"lan/dev1" not in file.read_bytes()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert os.listdir(tmp_path) == ["secrets.vault"]


async def test_a_folder_that_is_gone_leaves_the_stored_secrets_readable(tmp_path: Path):
    folder = tmp_path / "home"
    folder.mkdir()
    vault = Vault(folder / "secrets.vault", DrawerRing())
    await vault.start()
    await vault.put_all({"lan/a": KEY})
    (folder / "secrets.vault").unlink()
    folder.rmdir()
    with pytest.raises(SecretsError, match="unchanged"):
        await vault.put_all({"lan/b": "other"})
    assert await vault.get_all("lan/") == {"lan/a": KEY}


def test_a_sealed_text_opens_with_its_passphrase_alone():
    sealer = PassphraseSealer()
    sealed = sealer.seal(b"content", "a long passphrase")
    assert sealer.unseal(sealed, "a long passphrase") == b"content"
    with pytest.raises(SecretsLocked):
        sealer.unseal(sealed, "a long passphrasf")


@pytest.mark.parametrize("text", ["", "no base64 %", "SFpTMQ==", "AAAA" * 40])
def test_what_is_no_sealed_text_is_named_as_such(text: str):
    with pytest.raises(InvalidInput):
        PassphraseSealer().unseal(text, "a long passphrase")


def test_a_short_passphrase_is_refused():
    with pytest.raises(InvalidInput, match="8 characters"):
        PassphraseSealer().seal(b"content", "short")


@settings(max_examples=60)
@given(st.integers(0, 10_000), st.integers(1, 255))
def test_any_changed_byte_of_a_box_is_noticed(position: int, flip: int):
    key = bytes(range(32))
    box = bytearray(close_box(b"secret content", key, Recipe("ring")))
    box[position % len(box)] ^= flip
    with pytest.raises((SecretsLocked, InvalidInput)):
        open_box(bytes(box), key)


def test_costs_beyond_ours_are_refused_before_they_are_paid():
    key = bytes(32)
    box = close_box(b"x", key, Recipe("passphrase", b"0" * 16, memory_kib=4_000_000_000))
    with pytest.raises(InvalidInput, match="costs"):
        PassphraseSealer().unseal(base64.b64encode(box).decode(), "a long passphrase")
