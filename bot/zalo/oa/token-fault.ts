/** There is no access token now. `lost`: a person has to do something. Its message is an English sentence without secrets. */
export class TokenFault extends Error {
  override name = 'TokenFault'
  readonly lost: boolean
  constructor(reason: string, lost: boolean) {
    super(reason)
    this.lost = lost
  }
}
