export { SetUpPage } from './SetUpPage'
export { SignInPage } from './SignInPage'
