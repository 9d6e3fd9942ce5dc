"""What a passkey answers, in JSON."""

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

Encoded = Annotated[str, Field(max_length=20_000)]


class CredentialResponse(BaseModel):
    """A browser may say more than is read here."""

    model_config = ConfigDict(extra="ignore")

    client_data: Encoded = Field(alias="clientDataJSON")
    attestation: Encoded | None = Field(None, alias="attestationObject")
    authenticator_data: Encoded | None = Field(None, alias="authenticatorData")
    signature: Encoded | None = None
    user_handle: Encoded | None = Field(None, alias="userHandle")
    transports: list[Annotated[str, Field(max_length=40)]] | None = Field(None, max_length=20)


class Credential(BaseModel):
    """What PublicKeyCredential.toJSON() says, all bytes in base64url."""

    model_config = ConfigDict(extra="ignore")

    id: Encoded
    raw_id: Encoded = Field(alias="rawId")
    type: Annotated[str, Field(max_length=40)]
    response: CredentialResponse

    @property
    def answer(self) -> dict[str, Any]:
        return self.model_dump(exclude_none=True, by_alias=True)
